namespace OneStop.Domain;

/// <summary>Cuts texts to a length.</summary>
public static class CutText
{
    extension(string text)
    {
        /// <summary>
        /// Returns the beginning, at most so many UTF-16 code units; one less if that would split a surrogate pair (an emoji or a rare kanji).
        /// </summary>
        public string CutTo(int longest) => text.Length > longest ? text[..longest].WithoutHalf : text;

        /// <summary>The text without a lone first half of a surrogate pair at its end.</summary>
        public string WithoutHalf => text is [.., var last] && char.IsHighSurrogate(last) ? text[..^1] : text;
    }
}
