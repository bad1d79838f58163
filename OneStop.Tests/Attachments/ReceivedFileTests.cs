using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Attachments;

/// <summary>Clients' files, from LINE to the counselor's computer.</summary>
public sealed class ReceivedFileTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("履歴書.hta", "<script>new ActiveXObject('WScript.Shell')</script>", "履歴書_hta.txt")]
    [InlineData("求人票\u202Efdp.bat", "@echo off", "求人票fdp_bat.txt")]
    [InlineData("履歴書", "%PDF-1.7\n", "履歴書.pdf")]
    public async Task A_file_is_offered_under_a_name_that_says_what_it_is(string name, string bytes, string offered)
    {
        var file = await Sent(name, Encoding.UTF8.GetBytes(bytes));
        Assert.Equal((FileState.Stored, offered), (file.State, file.Name));
        var counselor = await oneStop.AMember("file-reader", Duty.Counselor);
        var opened = await oneStop.At<FileDesk, OpenedFile?>(counselor, desk => desk.Open(file.Id));
        await using (opened!.Bytes)
            Assert.Equal((offered, false), (opened.Name, opened.IsShown));
        Assert.DoesNotContain((await oneStop.Read(db => db.Messages.SingleAsync(m => m.FileId == file.Id))).Text!, Domain.Bidi.IsControl);
    }

    [Fact]
    public async Task What_was_stored_under_another_name_before_is_offered_under_a_true_one()
    {
        var file = await Sent("名簿.txt", "名簿"u8.ToArray());
        await oneStop.Read(db => db.Database.ExecuteSqlAsync($"UPDATE StoredFiles SET Name = '名簿.hta' WHERE Id = {file.Id}"));
        var opened = await oneStop.At<FileDesk, OpenedFile?>(await oneStop.AMember("file-reader", Duty.Counselor), desk => desk.Open(file.Id));
        await using (opened!.Bytes)
            Assert.Equal("名簿_hta.txt", opened.Name);
    }

    [Fact]
    public async Task A_video_that_is_a_picture_in_truth_is_no_video()
    {
        var file = await Sent("夕日.mp4", [0, 0, 0, 16, .. "ftypavif"u8, 0, 0, 0, 0]);
        Assert.Equal(("image/avif", "夕日_mp4.avif"), (file.Contents!.ContentType, file.Name));
    }

    [Fact]
    public async Task A_kind_that_is_only_unknown_is_not_called_dangerous() =>
    Assert.Contains("対応していない", (await Sent("絵.psd", "8BPS\0\u0001"u8.ToArray())).Reason);

    [Fact]
    public async Task A_scanner_has_the_last_word_and_what_it_cannot_tell_is_not_kept()
    {
        using var file = new MemoryStream("ふつうの文"u8.ToArray());
        file.Position = file.Length;
        var scanner = new Scanner();
        Assert.IsType<TakenFile>(await new FileInspection(scanner).Judge(file));
        Assert.Equal((15, file.Length), (scanner.Seen, file.Position));
        scanner.Finds = true;
        Assert.Contains("ウイルス", Assert.IsType<RefusedFile>(await new FileInspection(scanner).Judge(file)).Reason);
        scanner.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => new FileInspection(scanner).Judge(file));
        Assert.IsType<NoScanner>(oneStop.Services.GetRequiredService<IFileScanner>());
    }

    private async Task<StoredFile> Sent(string name, byte[] bytes)
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.SendBytes(friend.UserId, new() { ["type"] = "file", ["fileName"] = name, ["fileSize"] = bytes.Length }, bytes, "application/octet-stream");
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(() =>
            oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.ConversationId == conversation && f.State != FileState.Waiting)), "the file");
        return await oneStop.Read(db => db.StoredFiles.SingleAsync(f => f.ConversationId == conversation));
    }

    private sealed class Scanner : IFileScanner
    {
        public bool Finds { get; set; }
        public bool Fails { get; set; }
        public long Seen { get; private set; }

        public async Task<bool> IsClean(Stream file, CancellationToken stopping)
        {
            using var seen = new MemoryStream();
            await file.CopyToAsync(seen, stopping);
            Seen = seen.Length;
            return Fails ? throw new IOException("The scanner is away.") : !Finds;
        }
    }
}
