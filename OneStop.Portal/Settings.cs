using System.Net;
using OneStop.Line;
using OneStop.Portal.HelloWork;
using OneStop.Portal.SignIn;

namespace OneStop.Portal;

/// <summary>Stops the start because a setting is missing. The message is one sentence that says what to set.</summary>
internal sealed class SettingMissingException(string message) : Exception(message);

/// <summary>Checks the settings without which Production does not start. A missing secret stops the start; it never means "let all in".</summary>
internal static class Settings
{
    /// <exception cref="SettingMissingException">Names the first setting that is missing.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        Proxies(configuration);
        RegisteredNetworks.Read(configuration);
        OfHelloWork(configuration.GetSection("HelloWork").Get<HelloWorkOptions>() ?? new());
        if (environment.IsDevelopment())
            return;

        var line = configuration.GetSection("Line").Get<LineOptions>() ?? new();
        Require(line.ChannelSecret, "LINEのチャネルシークレットを Line:ChannelSecret に設定してください。");
        Require(line.ChannelAccessToken is { Length: > 0 } token ? token : line.ChannelId,
            "LINEのチャネルIDを Line:ChannelId に設定してください（または長期のトークンを Line:ChannelAccessToken に）。");
        Require(configuration["PublicBaseUrl"], "利用者とLINEから見えるアドレスを PublicBaseUrl に設定してください（例: https://onestop.example.jp）。");
        if (!configuration["PublicBaseUrl"]!.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw new SettingMissingException("PublicBaseUrl は https:// で始まるアドレスにしてください。");
        Require(configuration.GetConnectionString("OneStop"), "データベースの接続文字列を ConnectionStrings:OneStop に設定してください。");
        if ((configuration["Audit:Key"] ?? "").Length < 32)
            throw new SettingMissingException("監査証跡の鍵（32文字以上）を Audit:Key に設定してください。");
        if ((configuration["DataProtection:Key"] ?? "").Length < 32)
            throw new SettingMissingException("ログイン用の鍵を封じる秘密（32文字以上）を DataProtection:Key に設定してください。");
        if (configuration["DataProtection:Key"] == configuration["Audit:Key"])
            throw new SettingMissingException("DataProtection:Key は、Audit:Key とは別の値にしてください。");
        if (configuration.GetValue<bool>("Demo:Enabled"))
            throw new SettingMissingException("Demo:Enabled は本番では使えません。false にしてください。");
    }

    /// <summary>True if demo data and demo staff are on: in Development only, unless switched off.</summary>
    public static bool IsDemo(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && configuration.GetValue("Demo:Enabled", true);

    /// <summary>Returns the reverse proxies on other machines whose forwarded headers are trusted; a proxy on this machine always is.</summary>
    /// <exception cref="SettingMissingException">A value is not an IP address.</exception>
    public static IReadOnlyList<IPAddress> Proxies(IConfiguration configuration) =>
        [.. (configuration["Proxies"]
            ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => IPAddress.TryParse(text, out var address)
            ? address
            : throw new SettingMissingException("Proxies には、リバースプロキシのIPアドレスを、カンマで区切って設定してください。"))];

    /// <summary>Id and password go out together, and never in the clear; a test double on this machine may listen without encryption.</summary>
    private static void OfHelloWork(HelloWorkOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.UserId) != string.IsNullOrWhiteSpace(options.Password))
            throw new SettingMissingException("HelloWork:UserId と HelloWork:Password は、両方を設定してください（使わないときは両方を消します）。");
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw new SettingMissingException("HelloWork:BaseUrl は https:// で始まるアドレスにしてください。");
    }

    private static void Require(string? value, string sentence)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new SettingMissingException(sentence);
    }
}
