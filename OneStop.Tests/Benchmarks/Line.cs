using System.Globalization;

namespace OneStop.Tests.Benchmarks;

/// <summary>A line of a benchmark's table: a measurement and its goal.</summary>
/// <param name="Meets">Returns whether the goal is met; null if there is no goal.</param>
/// <param name="Beside">A second measurement in the same format.</param>
internal sealed record Line(string Name, double Measured, string Format, string Aim = "", Func<double, bool>? Meets = null, double? Beside = null)
{
    public bool? IsMet => Meets?.Invoke(Measured);

    /// <summary>Prints the table.</summary>
    /// <returns>True if all goals are met.</returns>
    public static bool Write(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines)
            Console.WriteLine(line);
        return lines.All(l => l.IsMet != false);
    }

    public override string ToString() => $"{Name,-46}{Number,16}   {Aim,-14}{(IsMet is { } met ? met ? "met" : "NOT MET" : "")}".TrimEnd();

    private string Number => Measured.ToString(Format, CultureInfo.InvariantCulture)
        + (Beside is { } beside ? " / " + beside.ToString(Format, CultureInfo.InvariantCulture) : "");
}
