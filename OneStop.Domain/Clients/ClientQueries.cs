using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;

namespace OneStop.Domain.Clients;

/// <summary>Queries over clients and consents.</summary>
public static class ClientQueries
{
    extension(IQueryable<Consent> consents)
    {
        /// <summary>A client's consents that were not withdrawn, for any purpose and in any wording.</summary>
        public IQueryable<Consent> Given(Guid clientId) => consents.Where(c => c.ClientId == clientId && c.WithdrawnAt == null);

        /// <summary>The consents to one purpose.</summary>
        public IQueryable<Consent> To(ConsentPurpose purpose) => consents.Where(c => c.Purpose == purpose.Code);

        /// <summary>A client's consents to a purpose that hold on a day: not withdrawn, not ended before, and in the present wording.</summary>
        public IQueryable<Consent> InForce(Guid clientId, ConsentPurpose purpose, DateOnly on) =>
            consents.Given(clientId).To(purpose).Where(c => c.Wording == purpose.Wording && (c.Until == null || c.Until >= on));
    }

    extension(IQueryable<Client> clients)
    {
        /// <summary>The clients who stand for themselves: neither merged into another nor erased.</summary>
        public IQueryable<Client> Standing => clients.Where(c => c.MergedIntoId == null && c.ErasedAt == null);

        /// <summary>The client of a conversation, on their present or a former telephone.</summary>
        public IQueryable<Client> OfTalk(OneStopDb db, Guid conversationId) => clients.Where(c => db.Conversations.Any(t => t.Id == conversationId
            && (t.FriendId == c.FriendId || db.FormerFriends.Any(f => f.FriendId == t.FriendId && f.ClientId == c.Id))));

        /// <summary>The client of a LINE friend, on their present or a former telephone.</summary>
        public IQueryable<Client> OfFriend(OneStopDb db, Guid friendId) =>
            clients.Where(c => c.FriendId == friendId || db.FormerFriends.Any(f => f.FriendId == friendId && f.ClientId == c.Id));

        /// <summary>The clients that match a search.</summary>
        /// <param name="folded">The search text in the form that searches compare.</param>
        /// <param name="number">利用者番号 or the number of the alias; -1 if none was typed.</param>
        /// <param name="digits">A part of a telephone number; null if too few digits were typed.</param>
        /// <param name="compact">The search text without blanks, as the name on documents and its reading are compared.</param>
        private IQueryable<Client> Sought(OneStopDb db, string folded, string compact, int number, string? digits)
        {
            // read once for the whole search; looked up for each client, they took most of its time
            var hasNumber = number >= 0;
            var merged = db.Clients.Where(m => m.MergedIntoId != null && m.Number == number).Select(m => m.MergedIntoId);
            var numbered = db.Friends.Where(f => f.Number == number).Select(f => (Guid?)f.Id);
            var named = db.Friends.Where(f => f.FoldedName != null && f.FoldedName.Contains(folded)).Select(f => (Guid?)f.Id);
            var called = db.ClientPhones.Where(p => digits != null && p.Number.Contains(digits)).Select(p => p.ClientId);
            return clients.Standing.Where(c => (hasNumber && (c.Number == number || merged.Contains(c.Id) || numbered.Contains(c.FriendId)))
                || (folded != "" && (c.FoldedName!.Contains(folded) || c.FoldedFullName!.Contains(compact) || c.FoldedKana!.Contains(compact)
                    || named.Contains(c.FriendId)))
                || (digits != null && (c.Phone!.Contains(digits) || called.Contains(c.Id))));
        }

        /// <summary>The clients that match a search by 利用者番号 or alias (R-0012, A-0123), by a part of the name or of the telephone number.</summary>
        public IQueryable<Client> Sought(OneStopDb db, string words)
        {
            var folded = new FoldedText(words).Text;
            var digits = new string([.. folded.Where(char.IsAsciiDigit)]);
            var number = digits.Length is > 0 and < 8 ? int.Parse(digits, CultureInfo.InvariantCulture) : -1;
            var isPhone = digits.Length >= 4 && !folded.Any(char.IsLetter);
            return clients.Sought(db, folded, Client.Compact(words), number, isPhone ? digits : null);
        }

        /// <summary>Selects the rows of a screen.</summary>
        public IQueryable<ClientRow> ToRows(OneStopDb db) =>
            from c in clients
            join f in db.Friends on c.FriendId equals (Guid?)f.Id into friends
            from f in friends.DefaultIfEmpty()
            join t in db.Conversations on f.Id equals t.FriendId into talks
            from t in talks.DefaultIfEmpty()
            orderby c.Number
            select new ClientRow
            {
                Id = c.Id,
                Number = c.Number,
                Name = c.FullName ?? c.Name,
                FriendNumber = f == null ? null : f.Number,
                CalledAs = f == null ? null : f.CalledAs,
                PhoneEnd = c.Phone == null ? null : c.Phone!.Substring(c.Phone!.Length - 4),
                Eligibility = c.Eligibility,
                ConsentAt = db.Consents.Where(k => k.ClientId == c.Id && k.WithdrawnAt == null && k.Purpose == ConsentPurpose.Consultation.Code
                    && k.Wording == ConsentPurpose.Consultation.Wording).Max(k => (DateTimeOffset?)k.GivenAt),
                ErasureAskedAt = c.ErasureAskedAt,
                Since = c.BornAt,
                ConversationId = t == null ? null : t.Id,
                CanBeTold = t != null && f!.BlockedAt == null,
                HasAgreed = db.Consents.Any(k => k.ClientId == c.Id && k.WithdrawnAt == null && k.Purpose == ConsentPurpose.Consultation.Code),
                MergedIntoId = c.MergedIntoId,
                ErasedAt = c.ErasedAt,
                HasConsents = db.Consents.Any(k => k.ClientId == c.Id && k.WithdrawnAt == null),
            };
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the client of a friend, including one created in this save; null if there is none.</summary>
        internal async Task<Client?> ClientOf(Friend friend) =>
            db.Clients.Local.FirstOrDefault(c => c.FriendId == friend.Id) ?? await db.Clients.OfFriend(db, friend.Id).SingleOrDefaultAsync();

        /// <summary>Returns the client of a friend, and registers one if there is none.</summary>
        internal async Task<Client> GetOrRegister(Friend friend, DateTimeOffset now, Guid? registeredBy = null) =>
            await db.ClientOf(friend) ?? await db.Register(friend, registeredBy, now);

        /// <summary>Whether a client has a valid consent to a purpose, including one given in this save.</summary>
        internal async Task<bool> Agrees(Guid clientId, ConsentPurpose purpose, DateTimeOffset now) =>
            db.Consents.Local.Any(c => c.ClientId == clientId && c.Holds(purpose, now.JapaneseDate))
            || await db.Consents.InForce(clientId, purpose, now.JapaneseDate).AnyAsync();

        /// <summary>Registers a client with the next number. If another transaction has registered the friend meanwhile, returns that client.</summary>
        internal async Task<Client> Register(Friend? friend, Guid? registeredBy, DateTimeOffset now)
        {
            var number = await db.NextNumber<Client>(nameof(Client.Number));
            var born = friend is null ? null : await db.Clients.OfFriend(db, friend.Id).SingleOrDefaultAsync();
            return born ?? db.Clients.Add(Client.Of(number, friend, registeredBy, now)).Entity;
        }
    }
}
