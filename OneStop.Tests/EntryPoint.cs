using OneStop.Tests.EndToEnd;
using Xunit.MicrosoftTestingPlatform;

namespace OneStop.Tests;

/// <summary>Starts the tests, or with <c>pictures</c> takes the screenshots for README and docs.</summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) => args is ["pictures", ..]
        ? Screenshots.Take()
        : TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
