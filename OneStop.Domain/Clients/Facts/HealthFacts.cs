using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>健康, in the client's own words only (support only: health is not for placement, 指針 告示141号).</summary>
public sealed record HealthFacts : IFacts<HealthFacts>
{
    [DisplayName("体や心のこと（本人の言葉）")] public string OwnWords { get; init; } = "";

    [DisplayName("相談で気をつけること")] public string Care { get; init; } = "";

    /// <inheritdoc/>
    public HealthFacts Checked(DateOnly today) => this with { OwnWords = OwnWords.Long("体や心のこと"), Care = Care.Long("相談で気をつけること") };
}
