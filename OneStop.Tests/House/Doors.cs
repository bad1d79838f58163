using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.Tests.House;

/// <summary>The portal's endpoints that are not pages, and their answers.</summary>
internal static partial class Doors
{
    private static readonly string[] NotInProduction = ["/simulator"]; // a test of its own checks that it is not there
    private static readonly string[] OfTheFramework = ["/_framework", "/_blazor"];

    /// <summary>Returns all addresses with their methods, as the host has mapped them.</summary>
    public static IReadOnlyList<(HttpMethod Method, string Address)> Of(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => (Address: "/" + e.RoutePattern.RawText!.TrimStart('/'), Methods: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]))
            .Where(e => !NotInProduction.Concat(OfTheFramework).Any(p => e.Address.StartsWith(p, StringComparison.Ordinal)))
            .SelectMany(e => e.Methods.Select(m => (new HttpMethod(m), e.Address)))
            .OrderBy(e => e.Address, StringComparer.Ordinal),
    ];

    /// <summary>Returns an address with values for its parameters.</summary>
    public static string Concrete(string address) => address switch
    {
        "/shifts/sheet" => "/shifts/sheet?month=2026-10-01",
        "/reports/programs.pdf" => "/reports/programs.pdf?month=2026-10-01",
        "/attendance/sheet" => "/attendance/sheet?from=2026-10-01&until=2026-10-31",
        _ => Place().Replace(address,
            place => place.Value.Contains(":guid", StringComparison.OrdinalIgnoreCase) ? "0199b1a0-0000-7000-8000-000000000000" : "nothing"),
    };

    /// <summary>Returns the answer to a request without sign-in.</summary>
    public static async Task<string> Answer(HttpClient http, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        using var answer = await http.SendAsync(request);
        return Say(answer);
    }

    /// <summary>Returns the status, and the address of a redirect.</summary>
    public static string Say(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode}{(answer.Headers.Location is { } to ? " " + (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0]) : "")}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();
}
