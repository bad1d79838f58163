using OneStop.Domain;
using OneStop.Domain.Attachments;

namespace OneStop.Tests.Attachments;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("履歴書.hta", "履歴書_hta.txt")] // an HTML application, which runs with full rights
    [InlineData("求人票\u202Efdp.bat", "求人票fdp_bat.txt")] // shown as 求人票tab.pdf
    [InlineData("メモ.TXT", "メモ.TXT")]
    [InlineData("履歴書.pdf.exe", "履歴書.pdf_exe.txt")]
    [InlineData("令和8.10月分", "令和8.10月分.txt")]
    [InlineData("../../etc/passwd", "_.__etc_passwd.txt")]
    [InlineData("C:\\Windows\\x.txt", "C__Windows_x.txt")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("名前.txt. . ", "名前.txt")] // Windows drops trailing dots and blanks
    [InlineData("\u200B\u202E", "ファイル.txt")]
    [InlineData(null, "ファイル.txt")]
    [InlineData("か\u3099くれき.txt", "がくれき.txt")] // decomposed, as macOS writes it
    [InlineData("家族👨\u200D👩\u200D👧.txt", "家族👨\u200D👩\u200D👧.txt")]
    [InlineData("x.js\r\nSet-Cookie: a", "x_jsSet-Cookie_ a.txt")]
    public void A_name_ends_in_what_the_bytes_are_and_hides_nothing(string? name, string offered) => Assert.Equal(offered, FileName.Of(name, FileKind.Text));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = FileName.Of(string.Concat(Enumerable.Repeat("😀", 200)) + ".jpeg", FileKind.Jpeg);
        Assert.EndsWith("😀.jpeg", name);
        Assert.InRange(name.Length, 190, 200);
        Assert.Equal("添付.bin", FileName.Of("添付", null)); // stored before file types had extensions
    }

    [Theory]
    [InlineData("ふつうの文", "ふつうの文")]
    [InlineData("abc\u202Edef", "\u2068abc\u202Edef\u202C\u2069")] // its directional override is closed
    [InlineData("a\u2069\u202C外", "\u2068a外\u2069")] // it cannot close an isolate around it
    [InlineData("a\u2067b\nc", "\u2068a\u2067b\u2069\nc\u2069")] // the end of a line closes it anyway
    [InlineData("\u202Aa\u2069b\u202Cc", "\u2068\u202Aab\u202Cc\u2069")]
    public void A_text_turns_nothing_around_it(string text, string isolated) => Assert.Equal(isolated, Bidi.Isolated(text));
}
