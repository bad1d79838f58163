using System.Globalization;
using System.Text;
using OneStop.Line.Webhook;

namespace OneStop.Line.Reception;

/// <summary>The readable text of a received message.</summary>
internal static class ReceivedWords
{
    private const string Emoji = "〔絵文字〕";
    private const string Nothing = "（目に見えない文字だけのメッセージです）";

    // Letters by their Unicode category, but invisible: Hangul fillers, and Braille without dots.
    private static readonly HashSet<int> Blank = [0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    extension(ReceivedText received)
    {
        /// <summary>
        /// The text as the conversation shows it: LINE's own emoji are replaced by a word, and a text of invisible characters only by a sentence, so
        /// that no bubble is empty.
        /// </summary>
        public string Shown => received.With(Emoji) is var words && words.EnumerateRunes().All(IsInvisible) ? Nothing : words;

        /// <summary>The text as typed, without LINE's own emoji.</summary>
        public string Typed => received.With("");

        /// <summary>
        /// Replaces LINE's emoji from the last to the first, so that earlier positions stay valid. Positions outside the text are ignored.
        /// </summary>
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
