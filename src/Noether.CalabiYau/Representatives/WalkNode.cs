using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.Runs;

namespace Noether.CalabiYau.Representatives;

/// <summary>A matrix on the way of walks from one start, with its moves; what one walk found out the next one uses again.</summary>
internal sealed class WalkNode(ConfigurationMatrix matrix)
{
    private List<Move>? _moves;
    private List<WalkNode?>? _results;

    /// <summary>The matrix, in the order in which the moves left it.</summary>
    public ConfigurationMatrix Matrix => matrix;

    /// <summary>Whether a walk has ended here.</summary>
    public bool IsEnd { get; set; }

    /// <summary>Goes on by one of the permitted moves, all equally likely; null where there is none.</summary>
    public WalkNode? Step(RepresentativeOptions options, RandomStream stream)
    {
        if (_moves is null)
        {
            _moves = FindMoves(options.Identities);
            _results = [.. Enumerable.Repeat<WalkNode?>(null, _moves.Count)];
        }

        while (_moves.Count > 0)
        {
            var choice = stream.NextIndex(_moves.Count);
            var result = _results![choice] ??= new(_moves[choice].ApplyTo(matrix));
            if (options.Allows(result.Matrix))
            {
                return result;
            }

            // Drawing again among the others keeps the choice uniform over the permitted moves.
            Remove(choice);
        }

        return null;
    }

    private void Remove(int choice)
    {
        _moves![choice] = _moves[^1];
        _results![choice] = _results[^1];
        _moves.RemoveAt(_moves.Count - 1);
        _results.RemoveAt(_results.Count - 1);
    }

    private List<Move> FindMoves(IdentitySet identities)
    {
        var moves = new List<Move>();
        foreach (var identity in identities.Identities)
        {
            identity.Find(matrix, Direction.Backward, moves);
            if (!identity.ForwardShrinks)
            {
                identity.Find(matrix, Direction.Forward, moves);
            }
        }

        return moves;
    }
}
