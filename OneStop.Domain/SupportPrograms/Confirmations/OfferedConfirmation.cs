using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>A page with all on which its state depends.</summary>
/// <param name="Content">The newest version in words.</param>
internal sealed record OfferedConfirmation(ProgramConfirmation Page, ClientLink Link, SupportProgram Program, ProgramContent Content)
{
    /// <summary>Whether it shows the words that are approved now.</summary>
    public bool IsPresent => Page.IsOf(Program) && Content.Digest == Page.Digest;

    /// <summary>How it stands.</summary>
    public ConfirmationState StateAt(DateTimeOffset now) => Page.Answer switch
    {
        ConfirmationAnswer.Confirmed => ConfirmationState.Confirmed,
        ConfirmationAnswer.WantsTalk => ConfirmationState.WantsTalk,
        _ when !IsPresent => ConfirmationState.Outdated,
        _ when Link.WithdrawnAt is not null => ConfirmationState.Withdrawn,
        _ when Page.IsLocked => ConfirmationState.Locked,
        _ when now >= Link.ExpiresAt => ConfirmationState.Expired,
        _ when Page.OpenedAt is not null => ConfirmationState.Opened,
        _ when Page.IsSent => ConfirmationState.Sent,
        _ => ConfirmationState.NotSent,
    };
}

/// <summary>Queries over pages for the client's confirmation.</summary>
internal static class ConfirmationQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns a page; null if there is none.</summary>
        public async Task<OfferedConfirmation?> Confirmation(IQueryable<ProgramConfirmation> which)
        {
            if (await which.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync() is not { } page)
                return null;
            var (link, program) = (await db.ClientLinks.SingleAsync(l => l.Id == page.LinkId), await db.ProgramToChange(page.ProgramId));
            return new(page, link, program, ProgramContent.Of(program.Newest, await db.CircumstancesOf(program.Newest)));
        }

        /// <summary>Returns a page that can still be sent and opened.</summary>
        /// <exception cref="RuleException">It was answered or closed, or the consent is missing.</exception>
        public async Task<OfferedConfirmation> OpenConfirmation(Guid id, DateTimeOffset now)
        {
            if (await db.Confirmation(db.ProgramConfirmations.Where(c => c.Id == id)) is not { } offered || !offered.StateAt(now).IsOpen)
                throw new RuleException("このページは、もう使えません。新しく作ってください。");
            return await db.WhyNoConfirmation(offered.Program, now) is { } why ? throw new RuleException(why) : offered;
        }

        /// <summary>Returns what was written on any page of a program and is not settled, the most urgent first.</summary>
        public async Task<IReadOnlyList<HeardRow>> HeardOn(Guid programId)
        {
            var pages = await db.ProgramConfirmations.AsNoTracking().Where(c => c.ProgramId == programId
                && ((c.DangerAt != null && c.DangerSeenAt == null) || (c.TooLateAt != null && c.LateSeenAt == null) || (c.Words != "" && c.TalkedAt == null)))
                .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync();
            return
            [
                .. from c in pages where c is { DangerAt: not null, DangerSeenAt: null }
                   select new HeardRow(c.Id, HeardKind.Danger, c.Edition, c.DangerAt!.Value, null, c.DangerWords, c.IsDangerAnswered),
                .. from c in pages where c is { TooLateAt: not null, LateSeenAt: null }
                   select new HeardRow(c.Id, HeardKind.Late, c.Edition, c.TooLateAt!.Value, c.LateAnswer, c.LateWords, false),
                .. from c in pages where c.WaitsForReading
                   select new HeardRow(c.Id, HeardKind.Words, c.Edition, c.AnsweredAt!.Value, c.Answer, c.Words, false),
            ];
        }

        /// <summary>Returns why the client cannot be asked, as a sentence for staff; null if they can.</summary>
        public async Task<string?> WhyNoConfirmation(SupportProgram program, DateTimeOffset now) =>
            await db.Agrees(program.ClientId, SupportConsents.Program, now) ? null
            : "本人の参加の同意がないため、送れません。先に、ケースファイルの「同意を得る」で同意をもらってください。";

        /// <summary>Returns the conversation of a client with its friend; null if there is none.</summary>
        public Task<Conversation?> ConversationOfClient(Guid clientId) =>
            db.Conversations.Include(c => c.Friend).SingleOrDefaultAsync(c => db.Clients.Any(k => k.Id == clientId && k.FriendId == c.FriendId));

        /// <summary>Says in the client's conversation what happened, without contents; staff see it, the client does not.</summary>
        public async Task Note(SupportProgram program, string what, DateTimeOffset now)
        {
            if (await db.ConversationOfClient(program.ClientId) is { } talk)
                db.Messages.Add(talk.AddEvent($"プログラム {SupportProgram.NumberOf(program.Number)}: {what}", now));
        }

        /// <summary>Calls off a card that has not gone out: its page opens no more.</summary>
        public async Task CallOffCard(ProgramConfirmation page, DateTimeOffset now)
        {
            if (page.MessageId is not { } card)
                return;
            var sending = await db.OutgoingMessages.SingleOrDefaultAsync(o => db.Messages.Any(m => m.Id == card && m.OutgoingId == o.Id));
            sending?.CallOff(now);
        }

        /// <summary>Closes the pages of a program that can still be answered, because a newer one takes their place.</summary>
        public async Task ReplaceConfirmations(Guid programId, Guid by, DateTimeOffset now)
        {
            foreach (var page in await db.ProgramConfirmations.Where(c => c.ProgramId == programId).ToListAsync())
            {
                var link = await db.ClientLinks.SingleAsync(l => l.Id == page.LinkId);
                if (link.SubmittedAt is null && link.WithdrawnAt is null)
                {
                    link.Withdraw(now);
                    page.Withdraw(by);
                    await db.CallOffCard(page, now);
                }
                if (page.WaitsForTalk)
                    page.Talk(isSettled: true, by, now);
            }
        }
    }
}
