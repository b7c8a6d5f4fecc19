using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace RemissFunctions.Tests;

/// <summary>The functions of the app, as the host would find them.</summary>
internal static class AppFunctions
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(WebFunction).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    public static IEnumerable<T> Triggers<T>() where T : Attribute =>
        All.SelectMany(method => method.GetParameters()).Select(parameter => parameter.GetCustomAttribute<T>()).OfType<T>();

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RemissFunctions.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
