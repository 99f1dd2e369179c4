namespace Noether.Tests;

public static class Placeholder
{
    [Fact]
    public static void The_runner_works() => Assert.Equal(2, 1 + 1);
}
