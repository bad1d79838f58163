namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>Where a list of public openings comes from.</summary>
/// <param name="Name">As it is shown beside each opening: ハローワーク, a site or a town's office.</param>
/// <param name="IsHelloWork">Whether its numbers have the form of ハローワーク.</param>
public sealed record FeedSource(string Name, bool IsHelloWork = false)
{
    /// <summary>ハローワーク求人・求職情報提供サービス</summary>
    public static FeedSource HelloWork { get; } = new("ハローワーク", IsHelloWork: true);
}
