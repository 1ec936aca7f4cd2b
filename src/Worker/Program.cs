using OpinionWatch.Worker.Commands;

return await CommandLine.InvokeAsync(args);
