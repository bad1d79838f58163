using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Channels;
using OneStop.Domain.Hours;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>What was asked for in vain.</summary>
internal sealed partial class BookingDialogue
{
    /// <summary>How long after a card that said so the same day, kind and method count no more.</summary>
    private static readonly TimeSpan OneDialogue = TimeSpan.FromHours(1);

    /// <summary>
    /// Counts a wish that cannot be had, as <see cref="AskedInVain"/> says, and marks what was counted for the buttons of the card. Whether it was counted
    /// already is read from the cards that the friend was sent, because the number itself knows of nobody.
    /// </summary>
    /// <param name="waits">Whether the client waits for this day, and so was counted when the waiting list was offered.</param>
    private async Task<BookingWish> CountInVain(BookingWish wish, BookingTerms terms, bool isDayFull, bool waits)
    {
        if (wish is not { Moves: null, Day: { } day, Method: { } method })
            return wish with { IsInVain = false };
        if (waits || await WasToldInVain(wish))
            return wish with { IsInVain = true };
        var hour = await HourInVain(wish, terms);
        if (hour == AskedInVain.AnyHour && !isDayFull)
            return wish with { IsInVain = false }; // no shift could have helped; what is asked for next still counts
        await db.CountInVain(now.JapaneseDate, day, hour, wish.Kind, method);
        return wish with { IsInVain = true };
    }

    /// <summary>
    /// Returns the hour that a shift could have given; <see cref="AskedInVain.AnyHour"/> if no time was chosen, or one that can never be had.
    /// </summary>
    private async Task<int> HourInVain(BookingWish wish, BookingTerms terms) =>
        wish.Start is { } start && start >= Earliest(terms)
        && (await db.Calendar(wish.Day!.Value.Date)).Covers(new Slot(start, terms.Minutes), wish.Method!.Value)
            ? (int)wish.Time!.Value.TotalHours
            : AskedInVain.AnyHour;

    private async Task<bool> WasToldInVain(BookingWish wish)
    {
        var since = now - OneDialogue;
        var sent = await db.OutgoingMessages.AsNoTracking().Where(m => m.ConversationId == conversation.Id && m.CreatedAt > since).ToListAsync();
        return sent.SelectMany(m => m.BookingSteps).Select(s => s switch
        {
            Chooses c => c.Wish,
            WantsToWait w => w.Wish,
            _ => null,
        }).Any(told => told is { IsInVain: true } && told.Day == wish.Day && told.Kind == wish.Kind && told.Method == wish.Method);
    }
}

internal static class BookingCards
{
    extension(OutgoingMessage message)
    {
        /// <summary>The steps of this dialogue on the buttons of a message.</summary>
        public IEnumerable<BookingStep> BookingSteps => message.Contents
            .SelectMany(c => c is CarouselContent { Cards: var several } ? several : c is CardContent one ? [one] : (IReadOnlyList<CardContent>)[])
            .SelectMany(c => c.Choices)
            .Select(c => c.Data is { } data && BookingStep.TryRead(data, out var step) ? step : null).OfType<BookingStep>();
    }
}
