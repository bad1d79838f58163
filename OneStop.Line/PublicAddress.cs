using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;

namespace OneStop.Line;

/// <summary>
/// The address at which LINE and clients' telephones reach the service: <c>PublicBaseUrl</c>, in Development by default the listening address.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    /// <summary>Ends with a slash.</summary>
    public Uri Value => new(Configured ?? Listening, UriKind.Absolute);

    /// <summary>Returns an address below it.</summary>
    public Uri Below(string path) => new(Value, path.TrimStart('/'));

    private string? Configured => configuration["PublicBaseUrl"] is { Length: > 0 } url ? url.TrimEnd('/') + "/" : null;

    private string Listening => (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")
        .Replace("[::]", "localhost").Replace("0.0.0.0", "localhost").Replace("*", "localhost").TrimEnd('/') + "/";
}
