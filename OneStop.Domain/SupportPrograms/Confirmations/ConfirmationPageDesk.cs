using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>
/// 本人の確認のページの窓口: whoever has the unguessable address passes the gate, reads the version, and answers once. Opening the page changes nothing, and
/// shows nothing before the gate.
/// </summary>
[DisplayName("本人が確かめるページ")]
public sealed class ConfirmationPageDesk(DeskContext desk, LinkKeys keys, AuditKey secret, DangerWatch danger)
{
    /// <summary>Returns what the page shows on a device. Before the gate it does not reveal whose page it is.</summary>
    /// <param name="device">The device's token.</param>
    [DisplayName("本人が確かめるページを開く")]
    [Allowed(Line = true)]
    public async Task<ConfirmationScreen> Look(string key, string device)
    {
        desk.MayDo<ConfirmationPageDesk>();
        await using var db = await desk.Read();
        return await ScreenOf(db, await Find(db, key), device);
    }

    /// <summary>
    /// Passes the gate, or counts a wrong entry: in a turn, so that who guesses on several devices at once has no more tries. What is no code and no date is
    /// no try.
    /// </summary>
    [DisplayName("本人が確かめるページの番号か生年月日を受け取る")]
    [Allowed(Line = true)]
    public Task<GateOutcome> Enter(string key, string device, GateTry typed)
    {
        desk.MayDo<ConfirmationPageDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn();
            var offered = await Find(db, key);
            if (await StateOf(db, offered, device) is not (ConfirmationPageState.Gate or ConfirmationPageState.Open) || offered is not { } found)
                return GateOutcome.Closed;
            var (page, now) = (found.Page, desk.Now);
            var code = page.Gate.TakesCode ? ConfirmationCode.Read(typed.Code) : null;
            var day = page.Gate.TakesBirthDate ? ConfirmationCode.ReadDate(typed, now.JapaneseDate) : null;
            if (code is null && day is null)
                return GateOutcome.Unreadable;
            if ((code is not null && ConfirmationCode.Is(secret, page.Id, page.CodeDigest, code))
                || (day is not null && await db.Clients.AnyAsync(c => c.Id == found.Program.ClientId && c.BirthDate == day)))
            {
                page.Pass(now);
                found.Link.Claim(device);
                return GateOutcome.Passed;
            }
            page.Miss(now);
            if (code is not null && day is not null)
                page.Miss(now); // two guesses
            if (page.IsLocked)
                await db.Note(found.Program, $"本人の確認のページが、{ProgramConfirmation.MostTries}回のまちがいで閉じました", now);
            return GateOutcome.Wrong;
        });
    }

    /// <summary>
    /// 内容を確認しました establishes the version; 話し合いたい leaves it to be talked about. Pressed twice, it stays as it was first said. An answer to words that
    /// are not approved any more is not taken; what it says is kept, and staff get in touch.
    /// </summary>
    /// <param name="seen">The digest of the words that were read.</param>
    /// <param name="words">What the client wants to talk about; may be empty.</param>
    /// <exception cref="RuleException">The words are too long.</exception>
    /// <exception cref="RefusedInDangerException">The same, and there were words of danger.</exception>
    [DisplayName("本人が確かめるページの答えを受け取る")]
    [Allowed(Line = true)]
    public async Task<AnswerReceipt> Answer(string key, string device, string seen, ConfirmationAnswer answer, string words)
    {
        desk.MayDo<ConfirmationPageDesk>();
        var isDanger = await Hear(key, device, words);
        try
        {
            return await desk.Change(db => Take(db, key, device, seen, answer, words)) with { IsDanger = isDanger };
        }
        catch (RuleException refusal) when (isDanger)
        {
            throw new RefusedInDangerException(refusal);
        }
    }

    /// <summary>
    /// Hears words that are no answer: a button of ours is missing, or the browser is that of staff. Words of danger are heard before every check. On the
    /// device that passed the gate they are answered with a message in the conversation; without LINE, staff get in touch. On another one, which may be that
    /// of somebody who wants to frighten the client, they send nothing to the client: staff look, and get in touch.
    /// </summary>
    /// <returns>Whether there were words of danger: the page shows whom to call.</returns>
    [DisplayName("本人が確かめるページの言葉を聞く")]
    [Allowed(Line = true)]
    public async Task<bool> Hear(string key, string device, string words)
    {
        desk.MayDo<ConfirmationPageDesk>();
        if (!await danger.Finds([words]))
            return false;
        await desk.Change(async db =>
        {
            if (await Find(db, key) is not { } found)
                return;
            var (page, isOwn, now) = (found.Page, found.Page.PassedAt is not null && found.Link.IsOf(device), desk.Now);
            if (!isOwn && now < page.DangerAt + ProgramConfirmation.QuietForOthers)
                return;
            var talk = isOwn && !(now < page.DangerAt + ProgramConfirmation.QuietAfterCard) ? await db.ConversationOfClient(found.Program.ClientId) : null;
            if (talk is not null)
                await danger.Hear(db, talk.Friend, talk, [words], now);
            page.MeetDanger(words, talk is { Friend.BlockedAt: null }, now);
        });
        return true;
    }

    private async Task<AnswerReceipt> Take(OneStopDb db, string key, string device, string seen, ConfirmationAnswer answer, string words)
    {
        await db.TakeTurn(); // of two answers, or an answer and a paper, the second finds the first
        var (taken, refused) = (new AnswerReceipt(IsTaken: true, IsDanger: false), new AnswerReceipt(IsTaken: false, IsDanger: false));
        if (await Find(db, key) is not { } found)
            return refused;
        var (page, link, program, now) = (found.Page, found.Link, found.Program, desk.Now);
        if (link.IsSubmittedBy(device))
            return taken;
        if (page.PassedAt is null || !link.IsOf(device) || seen != page.Digest)
            return refused;
        if (!found.StateAt(now).IsOpen || !await db.Agrees(program.ClientId, SupportConsents.Program, now))
        {
            if (page.TooLateAt is null)
                await db.Note(program, "本人の答えが届きましたが、ページが閉じたあとなので受け取っていません。プログラムの画面で読んで、連絡してください", now);
            page.ComeTooLate(answer, words, now);
            return refused with { IsKept = true };
        }
        page.Take(answer, words, now);
        link.Submit(now);
        if (answer == ConfirmationAnswer.Confirmed)
            await db.Establish(program, new(now, ServiceDay.Of(now).Date, ConfirmationWay.Page, page.Digest, null, null), now);
        await db.Note(program, answer == ConfirmationAnswer.WantsTalk ? "本人が「話し合いたい」と答えました"
            : page.Words.Length > 0 ? "本人が内容を確認し、言葉も書きました。プログラムの画面で読んでください" : "本人が内容を確認しました", now);
        return taken;
    }

    private async Task<ConfirmationScreen> ScreenOf(OneStopDb db, OfferedConfirmation? offered, string device)
    {
        var state = await StateOf(db, offered, device);
        if (offered is not { } found || state is not (ConfirmationPageState.Gate or ConfirmationPageState.Open))
            return new(state);
        var screen = new ConfirmationScreen(state, found.Page.Gate, found.Page.TriesLeft, found.Link.ExpiresAt);
        return state == ConfirmationPageState.Gate ? screen : screen with
        {
            Content = found.Content,
            Digest = found.Page.Digest,
            Planner = await db.Users.Where(u => u.Id == found.Program.PlannerId).Select(u => u.Name).SingleAsync(),
        };
    }

    private async Task<ConfirmationPageState> StateOf(OneStopDb db, OfferedConfirmation? offered, string device)
    {
        if (offered is not { } found)
            return ConfirmationPageState.Closed;
        if (found.Link.IsSubmittedBy(device))
            return ConfirmationPageState.Answered;
        var state = found.StateAt(desk.Now);
        if (state == ConfirmationState.Locked)
            return ConfirmationPageState.Locked;
        if (!state.IsOpen || !found.Link.IsOpen(device, desk.Now) || !await db.Agrees(found.Program.ClientId, SupportConsents.Program, desk.Now))
            return ConfirmationPageState.Closed;
        return found.Page.IsShownAt(desk.Now) && found.Link.IsOf(device) ? ConfirmationPageState.Open : ConfirmationPageState.Gate;
    }

    private async Task<OfferedConfirmation?> Find(OneStopDb db, string key) =>
        keys.Read(key) is { } id ? await db.Confirmation(db.ProgramConfirmations.Where(c => c.LinkId == id)) : null;
}
