using System.Globalization;
using Bunit;
using OneStop.Tests.Benchmarks;
using OneStop.Tests.EndToEnd;
using OneStop.Tests.Faults;
using OneStop.Tests.House;
using Xunit.MicrosoftTestingPlatform;

namespace OneStop.Tests;

/// <summary>
/// Starts the tests. <c>pictures</c> takes the screenshots for README and docs, <c>bench</c> runs a benchmark,
/// <c>faults 200 [seed]</c> kills the portal that many times, <c>simulator</c> runs the LINE simulator for a portal in another process.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) => args switch
    {
        ["pictures", ..] => Screenshots.Take(),
        ["bench", .. var which] => Benchmark.Run(which),
        ["simulator", ..] => SimulatorHost.Run(),
        ["faults", var kills, .. var seed] => FaultTests.RunLonger(int.Parse(kills, CultureInfo.InvariantCulture),
            seed is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1),
        _ => RunTests(TestOneStop.IsOnSqlServer ? [.. args, "--filter-not-trait", SqliteOnlyAttribute.Trait] : args),
    };

    private static Task<int> RunTests(string[] args)
    {
        // A fixture lives for seconds: compiling service factories would cost more than it saves.
        AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true);
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20); // as long as a browser test waits: a busy machine is no fault
        return TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
