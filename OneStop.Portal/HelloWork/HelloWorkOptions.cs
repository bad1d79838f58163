using System.ComponentModel.DataAnnotations;

namespace OneStop.Portal.HelloWork;

/// <summary>
/// The settings of ハローワーク求人・求職情報提供サービス (<c>HelloWork:…</c>). Without id and password nothing is called: openings are then imported
/// from files only. The service answers registered addresses only.
/// </summary>
internal sealed class HelloWorkOptions
{
    /// <summary>The id that the ministry gave.</summary>
    public string? UserId { get; set; }

    /// <summary>Never logged, and sent in the body only.</summary>
    public string? Password { get; set; }

    /// <summary>The base of all addresses.</summary>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://teikyo.hellowork.mhlw.go.jp/teikyo/api/2.0";

    /// <summary>The time-out of a call, in seconds, the reading of its answer included: a page can have several megabytes.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>The pause between two pages, in milliseconds.</summary>
    [Range(0, 60_000)]
    public int PauseMilliseconds { get; set; } = 1_000;

    /// <summary>The largest page, in characters.</summary>
    [Range(1_000, 200_000_000)]
    public int LargestPage { get; set; } = 64_000_000;

    /// <summary>Whether the service can be called.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(UserId) && !string.IsNullOrWhiteSpace(Password);
}
