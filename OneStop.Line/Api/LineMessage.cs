using System.Text.Json.Serialization;

namespace OneStop.Line.Api;

/// <summary>A message object of the Messaging API. Lengths are LINE's, in UTF-16 code units unless stated otherwise.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextMessage), "text")]
[JsonDerivedType(typeof(ImageMessage), "image")]
[JsonDerivedType(typeof(FlexMessage), "flex")]
public abstract record LineMessage;

/// <summary>A text of at most 5,000; with a quote token of the same conversation it quotes another message.</summary>
public sealed record TextMessage(string Text, string? QuoteToken = null) : LineMessage;

/// <summary>A JPEG or PNG by https address: at most 10 MB, its preview at most 1 MB.</summary>
public sealed record ImageMessage(Uri OriginalContentUrl, Uri PreviewImageUrl) : LineMessage;

/// <summary>A Flex message; <paramref name="AltText"/> (at most 1,500) is shown in the notification and read by screen readers.</summary>
public sealed record FlexMessage(string AltText, FlexContainer Contents) : LineMessage;

/// <summary>The content of a Flex message: one bubble, or several side by side.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FlexBubble), "bubble")]
[JsonDerivedType(typeof(FlexCarousel), "carousel")]
public abstract record FlexContainer;

/// <summary>A bubble of at most 30 KB as JSON. Its parts are declared as <see cref="FlexComponent"/>, so that their type is serialized.</summary>
public sealed record FlexBubble(FlexComponent Body, FlexComponent? Footer = null, FlexStyles? Styles = null) : FlexContainer;

/// <summary>At most 12 bubbles and 50 KB as JSON. Declared as <see cref="FlexContainer"/>, so that their type is serialized.</summary>
public sealed record FlexCarousel(IReadOnlyList<FlexContainer> Contents) : FlexContainer;

/// <summary>The styles of a bubble's parts.</summary>
public sealed record FlexStyles(FlexBlockStyle Body, FlexBlockStyle Footer);

/// <summary>The background of a part.</summary>
public sealed record FlexBlockStyle(string BackgroundColor);

/// <summary>An element of a box.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FlexBox), "box")]
[JsonDerivedType(typeof(FlexText), "text")]
[JsonDerivedType(typeof(FlexButton), "button")]
[JsonDerivedType(typeof(FlexSeparator), "separator")]
public abstract record FlexComponent;

/// <summary>A box of components, below or beside each other; an empty one only takes up space.</summary>
public sealed record FlexBox(string Layout, IReadOnlyList<FlexComponent> Contents, string? Spacing = null) : FlexComponent;

/// <summary>A text; LINE truncates it at the end of the line unless <paramref name="Wrap"/> is set.</summary>
public sealed record FlexText(string Text, bool Wrap = true, string? Size = null, string? Weight = null, string? Color = null) : FlexComponent;

/// <summary>A line between components.</summary>
public sealed record FlexSeparator(string? Margin = null) : FlexComponent;

/// <summary>A button; its action needs a label.</summary>
public sealed record FlexButton(LineAction Action, string? Style = null, string? Height = null, string? Color = null) : FlexComponent;

/// <summary>The action of a tap.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PostbackAction), "postback")]
[JsonDerivedType(typeof(MessageAction), "message")]
[JsonDerivedType(typeof(UriAction), "uri")]
public abstract record LineAction;

/// <summary>Posts back <paramref name="Data"/> (at most 300); the client's bubble shows <paramref name="DisplayText"/> (at most 300 graphemes).</summary>
/// <param name="InputOption">What happens to the rich menu: <c>closeRichMenu</c>, <c>openRichMenu</c>, <c>openKeyboard</c>, <c>openVoice</c>.</param>
public sealed record PostbackAction(string Label, string Data, string? DisplayText, string? InputOption = null) : LineAction;

/// <summary>Sends <paramref name="Text"/> (at most 300 graphemes) as the client's message.</summary>
public sealed record MessageAction(string Label, string Text) : LineAction;

/// <summary>Opens an address (at most 1,000).</summary>
public sealed record UriAction(string Label, Uri Uri) : LineAction;
