using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;

namespace OneStop.Line;

/// <summary>
/// The address under which LINE and clients' telephones reach the service: <c>PublicBaseUrl</c>, in Development the address that is listened on.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    /// <summary>With a slash at its end.</summary>
    public Uri Value => new(Configured ?? Listening, UriKind.Absolute);

    /// <summary>An address below it.</summary>
    public Uri Below(string path) => new(Value, path.TrimStart('/'));

    private string? Configured => configuration["PublicBaseUrl"] is { Length: > 0 } url ? url.TrimEnd('/') + "/" : null;

    private string Listening => (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")
        .Replace("[::]", "localhost").Replace("0.0.0.0", "localhost").Replace("*", "localhost").TrimEnd('/') + "/";
}
