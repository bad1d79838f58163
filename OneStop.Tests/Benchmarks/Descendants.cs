using System.Diagnostics;
using System.Globalization;

namespace OneStop.Tests.Benchmarks;

/// <summary>The processes that this process has started, directly and indirectly.</summary>
internal static class Descendants
{
    private const double TicksPerSecond = 100; // of /proc on Linux

    /// <summary>Returns their CPU time so far in seconds; NaN if there is no /proc.</summary>
    public static double CpuSeconds()
    {
        if (!OperatingSystem.IsLinux())
            return double.NaN;
        return All().Sum(p => p.Seconds);
    }

    private static IEnumerable<(int Id, int Parent, double Seconds)> All()
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Read).OfType<(int Id, int Parent, double Seconds)>().ToList();
        var ours = new HashSet<int> { Environment.ProcessId };
        int known;
        do
        {
            known = ours.Count;
            ours.UnionWith(all.Where(p => ours.Contains(p.Parent)).Select(p => p.Id).ToList());
        }
        while (ours.Count > known);
        return all.Where(p => p.Id != Environment.ProcessId && ours.Contains(p.Id));
    }

    /// <summary>
    /// Gives them, and processes that they start later, idle scheduling. A lower priority is not enough: the browser sets the
    /// priority of its page processes itself, and Linux divides CPU time between sessions first.
    /// </summary>
    public static void GiveWay()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var (id, _, _) in All())
        {
            using var idle = Process.Start("chrt", ["--idle", "--all-tasks", "--pid", "0", id.ToString(CultureInfo.InvariantCulture)]);
            idle.WaitForExit(); // fails if the process has ended meanwhile
            LastAmongSessions(id);
        }
    }

    private static void LastAmongSessions(int id)
    {
        try
        {
            if (SessionOf(id) != SessionOf(Environment.ProcessId)) // the session of this process is the portal's too
                File.WriteAllText($"/proc/{id}/autogroup", "19");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process has ended, or this system has no autogroups.
        }
    }

    /// <summary>Returns the name of a session, from text like "/autogroup-12 nice 0".</summary>
    private static string SessionOf(int id) => File.ReadAllText($"/proc/{id}/autogroup").Split(' ')[0];

    private static (int, int, double)? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), out var id))
            return null;
        try
        {
            // "12 (name) S 1 …": after the name follow the state, the parent and, 12th and 13th, the user and kernel times.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (id, int.Parse(fields[1], CultureInfo.InvariantCulture),
                (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
        catch (IOException)
        {
            return null; // the process has ended meanwhile
        }
    }
}
