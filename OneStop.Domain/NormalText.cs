using System.Text;

namespace OneStop.Domain;

/// <summary>
/// Normalizes text to the forms of Unicode, whatever came from outside. .NET throws an exception for lone surrogates and U+FFFE, which could be part
/// of a typed name or a message. Text is normalized nowhere else.
/// </summary>
public static class NormalText
{
    private const char Unreadable = '\uFFFD';
    private const char NoCharacter = '\uFFFE';

    extension(string text)
    {
        /// <summary>The text with each invalid code unit replaced by U+FFFD, so that the length and all positions stay the same.</summary>
        public string Readable => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)).Replace(NoCharacter, Unreadable);

        /// <summary>The text in NFC: letters and their marks composed.</summary>
        public string Composed => text.Readable.In(NormalizationForm.FormC);

        /// <summary>The text in NFKC: full and half width, ligatures and circled characters replaced by the plain characters.</summary>
        public string Plain => text.Readable.In(NormalizationForm.FormKC);

        /// <summary>The text in NFD: letters and their marks decomposed.</summary>
        public string Decomposed => text.Readable.In(NormalizationForm.FormD);

#pragma warning disable RS0030 // the one place: what comes here can be normalised
        private string In(NormalizationForm form) => text.Normalize(form);
#pragma warning restore RS0030
    }
}
