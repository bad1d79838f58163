using System.Net;

namespace OneStop.Portal.SignIn;

/// <summary>
/// 登録された事業所のネットワーク（特記事項 5）, from the setting <c>Networks</c>: addresses or networks in CIDR notation, separated by commas. Without any,
/// nothing is let through.
/// </summary>
internal sealed class RegisteredNetworks(IConfiguration configuration)
{
    private readonly IReadOnlyList<IPNetwork> networks = Read(configuration);

    /// <summary>Whether none is registered.</summary>
    public bool AreNone => networks.Count == 0;

    /// <summary>Whether an address lies in one of them. The address of a request behind a proxy is that of its sender (<c>UseProxies</c>).</summary>
    public bool Contain(IPAddress? address)
    {
        var sender = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return sender is not null && networks.Any(n => n.Contains(sender));
    }

    /// <exception cref="SettingMissingException">A value is no address and no network.</exception>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration) =>
        [.. (configuration["Networks"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)];

    private static IPNetwork Parse(string text) => IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var one) ? new(one, one.GetAddressBytes().Length * 8)
        : throw new SettingMissingException("Networks には、事業所のネットワークを、203.0.113.0/24 のようにカンマで区切って設定してください。");
}
