using System.Globalization;
using System.Text;
using OneStop.Line.Webhook;

namespace OneStop.Line.Reception;

/// <summary>What a received text says, as far as it can be read here.</summary>
internal static class ReceivedWords
{
    private const string Emoji = "〔絵文字〕";
    private const string Nothing = "（目に見えない文字だけのメッセージです）";

    // Letters, by their category, that show nothing: the fillers of Hangul, and Braille without a dot.
    private static readonly HashSet<int> Blank = [0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    extension(ReceivedText received)
    {
        /// <summary>
        /// As the talk shows it: LINE's own emoji by a word that says so, and words of which
        /// nothing can be seen by a sentence, not by an empty bubble.
        /// </summary>
        public string Shown => received.With(Emoji) is var words && words.EnumerateRunes().All(IsInvisible) ? Nothing : words;

        /// <summary>Without LINE's own emoji: what was typed.</summary>
        public string Typed => received.With("");

        /// <summary>From the last to the first, so that the places of those before stay true. A place that the text does not have is passed over.</summary>
        private string With(string emoji)
        {
            var words = received.Text;
            var end = words.Length;
            foreach (var (index, length) in (received.Emojis ?? []).OrderByDescending(e => e.Index).Select(e => (e.Index, e.Length)))
            {
                if (index < 0 || length < 1 || length > end - index)
                    continue;
                words = string.Concat(words.AsSpan(0, index), emoji, words.AsSpan(index + length));
                end = index;
            }
            return words;
        }
    }

    // variation selectors
    private static bool IsInvisible(Rune rune) => Blank.Contains(rune.Value) || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
