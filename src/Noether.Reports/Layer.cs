namespace Noether.Reports;

/// <summary>Something drawn on a panel: one of the records below.</summary>
public abstract record Layer
{
    private protected Layer()
    {
    }
}
