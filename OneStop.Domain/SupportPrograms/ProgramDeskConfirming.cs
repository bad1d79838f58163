using System.ComponentModel;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms;

/// <summary>What the form says of a paper that the client signed.</summary>
/// <param name="On">The day that stands on it.</param>
/// <param name="Mark">紙のしるし, typed from the paper (<see cref="ContentMark"/>): an old paper does not confirm new words.</param>
/// <param name="ScanId">Its scan among the client's files; null if there is none yet.</param>
/// <param name="IsScanLater">スキャンはあとで付ける: if there is none yet. It is due until then.</param>
public sealed record SignedPaper(DateOnly? On, string Mark, Guid? ScanId, bool IsScanLater)
{
    /// <summary>The most characters that are typed as a mark.</summary>
    public const int LongestMark = 20;
}

/// <content>本人の確認 of an approved version.</content>
public sealed partial class ProgramDesk
{
    /// <summary>書面で確認した: the client signed the paper of exactly these words.</summary>
    /// <param name="seen">The digest of the words on the screen; the paper bears its mark.</param>
    /// <exception cref="RuleException">The version is not approved, the words differ, the day is missing, lies ahead or before the approval, the mark is that of
    /// other words, or the scan is missing without a word or another client's.</exception>
    [DisplayName("書面での本人の確認を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task ConfirmOnPaper(Guid programId, string seen, SignedPaper paper)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // a colleague may remove the scan
            var (program, now) = (await db.ProgramToChange(programId), desk.Now);
            if (paper.On is not { } day || day > now.JapaneseDate || day < (program.Newest.Approval is { } approval ? (DateOnly?)ServiceDay.Of(approval.At).Date : null))
                throw new RuleException("本人が署名した日を、承認の日からきょうまでの日付で選んでください。", nameof(paper.On));
            if (!ContentMark.Is(seen, paper.Mark))
                throw new RuleException("紙のしるしが、いまの版のしるしと違います。前の内容の紙かもしれません。紙を見て、もう一度書いてください。", nameof(paper.Mark));
            if (paper is { ScanId: null, IsScanLater: false })
                throw new RuleException("署名した書面のスキャンを選ぶか、「スキャンはあとで付ける」を選んでください。", nameof(paper.ScanId));
            if (paper.ScanId is { } scan)
                await RefuseOthersFile(db, program.ClientId, scan);
            await db.Establish(program, new(now, day, ConfirmationWay.Paper, seen, desk.Actor.StaffId, paper.ScanId), now);
        });
    }
}
