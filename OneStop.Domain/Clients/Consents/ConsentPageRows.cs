namespace OneStop.Domain.Clients.Consents;

/// <summary>What staff see of a page that asks for a consent.</summary>
public enum ConsentPageStand
{
    /// <summary>返事待ち</summary>
    Waiting,

    /// <summary>同意しない</summary>
    Declined,

    /// <summary>期限切れ</summary>
    Expired,
}

/// <summary>A page that asks a client for a consent, as shown in the file.</summary>
/// <param name="Id">Of the link.</param>
/// <param name="Purpose">The name of the purpose on screen.</param>
/// <param name="OfferedBy">The name of the member of staff who made the page.</param>
/// <param name="AnsweredAt">When it was declined; null if it was not answered.</param>
public sealed record ConsentPageRow(Guid Id, string Purpose, ConsentPageStand Stand, DateTimeOffset OfferedAt, string OfferedBy, DateTimeOffset ExpiresAt,
    DateTimeOffset? AnsweredAt);

/// <summary>The names shown on screen.</summary>
public static class ConsentPageNames
{
    extension(ConsentPageStand stand)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => stand switch
        {
            ConsentPageStand.Waiting => "返事待ち",
            ConsentPageStand.Declined => "同意しない",
            ConsentPageStand.Expired => "期限切れ",
            _ => throw new ArgumentOutOfRangeException(nameof(stand)),
        };
    }
}
