using System.Globalization;

namespace OneStop.Domain;

/// <summary>Counts characters as people do: 葛 with a variation selector is one, and so is an emoji of several code points.</summary>
public static class CharacterCount
{
    extension(string text)
    {
        /// <summary>The number of text elements.</summary>
        public int Graphemes => new StringInfo(text).LengthInTextElements;
    }
}
