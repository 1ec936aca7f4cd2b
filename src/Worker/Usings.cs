// The project OpinionWatch.Console hides System.Console here; commands speak to the terminal by this name.
global using Terminal = System.Console;
