using CrossRegion.Cli;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await CrossRegionCommand.RunAsync(args, Terminal.OfProcess());
