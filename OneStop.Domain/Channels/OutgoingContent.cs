using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneStop.Domain.Channels;

/// <summary>
/// What is to be said, in the service's own words and not yet in LINE's: the channel turns it into its own objects when it sends.
/// At most five go out together.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(PictureContent), "picture")]
[JsonDerivedType(typeof(CardContent), "card")]
[JsonDerivedType(typeof(CarouselContent), "cards")]
public abstract record OutgoingContent
{
    /// <summary>LINE takes at most five message objects in a call.</summary>
    public const int MostAtOnce = 5;

    /// <summary>What of a booking it confirms; null where it confirms nothing.</summary>
    public Confirmation? Confirms { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The same, said to be the same.</summary>
    internal OutgoingContent OnceMore()
    {
        var again = this with { Confirms = Confirms is { } confirmed ? confirmed with { IsRepeated = true } : null };
        return again is CardContent card ? card with { Text = $"念のためもう一度お送りします。\n\n{card.Text}" } : again;
    }

    internal static string Write(IReadOnlyList<OutgoingContent> contents) => JsonSerializer.Serialize(contents, Json);

    internal static IReadOnlyList<OutgoingContent> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<OutgoingContent>>(json, Json) ?? [];
}

/// <summary>What the client has to be sure of: that a booking stands, as made or as changed, or that it is over.</summary>
/// <param name="BookingId">Null where several are over at once.</param>
/// <param name="IsRepeated">It is said once more, because nobody knows whether it arrived.</param>
public sealed record Confirmation(Guid? BookingId, bool Stands, bool IsRepeated = false);

/// <summary>Plain words, 5,000 UTF-16 units at most (LINE's limit).</summary>
/// <param name="QuoteToken">LINE's token of the message that is quoted.</param>
public sealed record TextContent(string Text, string? QuoteToken = null) : OutgoingContent
{
    /// <summary>LINE's limit for a text, in UTF-16 units.</summary>
    public const int Longest = 5000;
}

/// <summary>A picture of ours, given by an address that expires.</summary>
/// <param name="FileId">The stored file.</param>
public sealed record PictureContent(Guid FileId) : OutgoingContent;

/// <summary>A card of one idea with big buttons. What the notification shows is <paramref name="Notice"/>, which gives nothing away.</summary>
/// <param name="Columns">0 sets the buttons below each other, the first one foremost; more set equal ones side by side, as for days and times.</param>
/// <param name="Below">Set apart from the others and below them: what is no answer to the same question.</param>
public sealed record CardContent(string Notice, string Title, string Text, IReadOnlyList<Choice> Choices, int Columns = 0,
    IReadOnlyList<Choice>? Below = null) : OutgoingContent;

/// <summary>Cards side by side, twelve at most (LINE). One notice stands for all.</summary>
public sealed record CarouselContent(string Notice, IReadOnlyList<CardContent> Cards) : OutgoingContent;

/// <summary>
/// A button on a card. What it does is one of: say <paramref name="Says"/>, post back <paramref name="Data"/>, open <paramref name="Opens"/>.
/// </summary>
/// <param name="Label">At most 20 characters.</param>
/// <param name="Data">Posted back to the service; the person's bubble shows <paramref name="Says"/>.</param>
/// <param name="Opens">An address below the service's public one.</param>
public sealed record Choice(string Label, string? Says = null, string? Data = null, string? Opens = null);
