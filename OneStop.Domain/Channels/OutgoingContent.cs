using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneStop.Domain.Channels;

/// <summary>The content of a message, independent of LINE's format: the channel converts it when it sends. At most five are sent together.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(PictureContent), "picture")]
[JsonDerivedType(typeof(CardContent), "card")]
[JsonDerivedType(typeof(CarouselContent), "cards")]
public abstract record OutgoingContent
{
    /// <summary>LINE accepts at most five message objects in a call.</summary>
    public const int MostAtOnce = 5;

    /// <summary>The booking that it confirms; null if none.</summary>
    public Confirmation? Confirms { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Returns the content for a repetition, which says that it is one.</summary>
    internal OutgoingContent OnceMore()
    {
        var again = this with { Confirms = Confirms is { } confirmed ? confirmed with { IsRepeated = true } : null };
        return again is CardContent card ? card with { Text = $"念のためもう一度お送りします。\n\n{card.Text}" } : again;
    }

    internal static string Write(IReadOnlyList<OutgoingContent> contents) => JsonSerializer.Serialize(contents, Json);

    internal static IReadOnlyList<OutgoingContent> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<OutgoingContent>>(json, Json) ?? [];
}

/// <summary>A confirmation that the client must not miss: a booking is valid as made or changed, or has ended.</summary>
/// <param name="BookingId">Null if several have ended at once.</param>
/// <param name="IsRepeated">Whether it is a repetition, sent because the delivery of the first is unknown.</param>
public sealed record Confirmation(Guid? BookingId, bool Stands, bool IsRepeated = false);

/// <summary>A text of at most 5,000 UTF-16 code units (LINE's limit).</summary>
/// <param name="QuoteToken">LINE's token of the quoted message; null if none.</param>
public sealed record TextContent(string Text, string? QuoteToken = null) : OutgoingContent
{
    /// <summary>LINE's limit for a text, in UTF-16 code units.</summary>
    public const int Longest = 5000;
}

/// <summary>A picture, sent as an address that expires.</summary>
/// <param name="FileId">The stored file.</param>
public sealed record PictureContent(Guid FileId) : OutgoingContent;

/// <summary>A card with large buttons. The notification shows only <paramref name="Notice"/>, which must not reveal the subject.</summary>
/// <param name="Columns">0 for buttons below each other, the first one highlighted; more for equal buttons side by side, as for days and
/// times.</param>
/// <param name="Below">Buttons below the others that do not answer the card's question.</param>
public sealed record CardContent(string Notice, string Title, string Text, IReadOnlyList<Choice> Choices, int Columns = 0,
    IReadOnlyList<Choice>? Below = null) : OutgoingContent;

/// <summary>Cards side by side, at most twelve (LINE), with one notice for all.</summary>
public sealed record CarouselContent(string Notice, IReadOnlyList<CardContent> Cards) : OutgoingContent;

/// <summary>
/// A button on a card. It does one of four things: say <paramref name="Says"/>, post back <paramref name="Data"/>, open <paramref name="Opens"/>, or leave
/// for <paramref name="Outside"/>.
/// </summary>
/// <param name="Label">At most 20 characters.</param>
/// <param name="Data">The postback data; the client's bubble shows <paramref name="Says"/>.</param>
/// <param name="Opens">A path below the service's public address.</param>
/// <param name="Outside">A telephone number (<c>tel:</c>) or a page of somebody else (<c>https:</c>).</param>
public sealed record Choice(string Label, string? Says = null, string? Data = null, string? Opens = null, Uri? Outside = null);
