using System.Text.Json.Serialization;

namespace OneStop.Line.Api;

/// <summary>A message object as LINE takes it (Messaging API, message objects). Lengths are LINE's, in UTF-16 units unless said otherwise.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextMessage), "text")]
[JsonDerivedType(typeof(ImageMessage), "image")]
[JsonDerivedType(typeof(FlexMessage), "flex")]
public abstract record LineMessage;

/// <summary>Text of at most 5,000; with a token of the same talk it quotes another message.</summary>
public sealed record TextMessage(string Text, string? QuoteToken = null) : LineMessage;

/// <summary>A JPEG or PNG by https address: at most 10 MB, its preview at most 1 MB.</summary>
public sealed record ImageMessage(Uri OriginalContentUrl, Uri PreviewImageUrl) : LineMessage;

/// <summary>A Flex card; <paramref name="AltText"/> (1,500 at most) is what the notification and a screen reader get.</summary>
public sealed record FlexMessage(string AltText, FlexContainer Contents) : LineMessage;

/// <summary>What a card holds: one bubble, or several side by side.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FlexBubble), "bubble")]
[JsonDerivedType(typeof(FlexCarousel), "carousel")]
public abstract record FlexContainer;

/// <summary>A bubble, of at most 30 KB as JSON; its parts are boxes, declared as components so that their type is written.</summary>
public sealed record FlexBubble(FlexComponent Body, FlexComponent? Footer = null, FlexStyles? Styles = null) : FlexContainer;

/// <summary>At most 12 bubbles and 50 KB as JSON. Declared as containers so that their type is written.</summary>
public sealed record FlexCarousel(IReadOnlyList<FlexContainer> Contents) : FlexContainer;

/// <summary>How the parts of a bubble look.</summary>
public sealed record FlexStyles(FlexBlockStyle Body, FlexBlockStyle Footer);

/// <summary>The ground of a part.</summary>
public sealed record FlexBlockStyle(string BackgroundColor);

/// <summary>What lies in a box.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FlexBox), "box")]
[JsonDerivedType(typeof(FlexText), "text")]
[JsonDerivedType(typeof(FlexButton), "button")]
[JsonDerivedType(typeof(FlexSeparator), "separator")]
public abstract record FlexComponent;

/// <summary>A box of components, one below or beside the other; an empty one only keeps its place.</summary>
public sealed record FlexBox(string Layout, IReadOnlyList<FlexComponent> Contents, string? Spacing = null) : FlexComponent;

/// <summary>Text; LINE cuts it at the line's end unless <paramref name="Wrap"/> is set.</summary>
public sealed record FlexText(string Text, bool Wrap = true, string? Size = null, string? Weight = null, string? Color = null) : FlexComponent;

/// <summary>A line between components.</summary>
public sealed record FlexSeparator(string? Margin = null) : FlexComponent;

/// <summary>A button; its action needs a label.</summary>
public sealed record FlexButton(LineAction Action, string? Style = null, string? Height = null, string? Color = null) : FlexComponent;

/// <summary>What a tap does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PostbackAction), "postback")]
[JsonDerivedType(typeof(MessageAction), "message")]
[JsonDerivedType(typeof(UriAction), "uri")]
public abstract record LineAction;

/// <summary>Posts <paramref name="Data"/> (300 at most) back; the client's bubble shows <paramref name="DisplayText"/> (300 graphemes at most).</summary>
/// <param name="InputOption">What happens to the rich menu: <c>closeRichMenu</c>, <c>openRichMenu</c>, <c>openKeyboard</c>, <c>openVoice</c>.</param>
public sealed record PostbackAction(string Label, string Data, string? DisplayText, string? InputOption = null) : LineAction;

/// <summary>Says <paramref name="Text"/> (300 graphemes at most) as the client.</summary>
public sealed record MessageAction(string Label, string Text) : LineAction;

/// <summary>Opens an address (1,000 at most).</summary>
public sealed record UriAction(string Label, Uri Uri) : LineAction;
