using System.Globalization;

namespace OneStop.Domain;

/// <summary>Characters as people count them: 葛 with its variant is one, and so is a family of emoji, of whatever many parts the computer makes them.</summary>
public static class CharacterCount
{
    extension(string text)
    {
        /// <summary>How many there are.</summary>
        public int Graphemes => new StringInfo(text).LengthInTextElements;
    }
}
