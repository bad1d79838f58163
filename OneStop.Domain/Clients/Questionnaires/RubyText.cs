using System.Text.RegularExpressions;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>A part of a text with its reading; without one it is read as written.</summary>
public sealed record RubyPart(string Text, string? Reading);

/// <summary>Easy words for clients with the reading beside each kanji. Marked as <c>{仕事|しごと}をさがす</c>.</summary>
public sealed partial record RubyText(string Marked)
{
    /// <summary>The parts in order.</summary>
    public IReadOnlyList<RubyPart> Parts { get; } = [.. Part().Matches(Marked)
        .Select(m => m.Groups["text"] is { Success: true } text ? new RubyPart(text.Value, m.Groups["reading"].Value) : new RubyPart(m.Value, null))];

    /// <summary>The text without readings, for staff and for what has no room for them.</summary>
    public string Plain => string.Concat(Parts.Select(p => p.Text));

    public static implicit operator RubyText(string marked) => new(marked);

    [GeneratedRegex(@"\{(?<text>[^|{}]+)\|(?<reading>[^|{}]+)\}|[^{]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
