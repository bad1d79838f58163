namespace OneStop.Domain;

/// <summary>How texts are cut to a length.</summary>
public static class CutText
{
    extension(string text)
    {
        /// <summary>Its beginning of at most so many UTF-16 units: one less where the last would be half a character, an emoji or a rare kanji.</summary>
        public string CutTo(int longest) => text.Length > longest ? text[..longest].WithoutHalf : text;

        /// <summary>Without the first half of a character that a cut has left at the end.</summary>
        public string WithoutHalf => text is [.., var last] && char.IsHighSurrogate(last) ? text[..^1] : text;
    }
}
