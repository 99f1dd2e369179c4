using Noether.Cli;

return await CommandLine.RunAsync(args);
