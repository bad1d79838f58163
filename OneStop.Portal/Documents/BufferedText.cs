namespace OneStop.Portal.Documents;

/// <summary>Reads a text letter by letter, and never holds more than a buffer of it.</summary>
internal sealed class BufferedText(TextReader text)
{
    private readonly char[] buffer = new char[64 * 1024];
    private int length;
    private int position;

    /// <summary>The letters that are in the buffer: at first the beginning of the text.</summary>
    public ReadOnlySpan<char> Ahead => IsAtEnd ? [] : buffer.AsSpan(position, length - position);

    public bool IsAtEnd => position == length && !Fill();

    /// <summary>Returns the next letter; there must be one.</summary>
    public char Next() => buffer[position++];

    /// <summary>Skips a letter if it is the next one.</summary>
    /// <returns>True if it was.</returns>
    public bool Skip(char letter)
    {
        if (IsAtEnd || buffer[position] != letter)
            return false;
        position++;
        return true;
    }

    private bool Fill()
    {
        (length, position) = (text.ReadBlock(buffer), 0);
        return length > 0;
    }
}
