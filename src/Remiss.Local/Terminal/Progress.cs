using Spectre.Console;

namespace Remiss.Local.Terminal;

/// <summary>Long work as it goes: a bar in a terminal, a line for each step anywhere else.</summary>
internal static class Progress
{
    /// <param name="work">Calls its argument with what was done, once for each step.</param>
    public static Task ShowAsync(string title, int steps, Func<Action<string>, Task> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected) return work(Console.Out.WriteLine);

        return AnsiConsole.Progress()
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: steps);
                await work(what =>
                {
                    bar.Description = Markup.Escape(what);
                    bar.Increment(1);
                });
                bar.Description = Markup.Escape(title);
            });
    }

    /// <summary>Something that happened on the way, beside what the command was asked for.</summary>
    public static void Report(string line) => Console.Error.WriteLine(line);
}
