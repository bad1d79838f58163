using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Facts;

/// <summary>Reads and writes the telephone numbers of a client: the first in the client's row, further ones in rows of their own.</summary>
internal static class PhoneQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the further numbers in their order.</summary>
        public Task<List<ClientPhone>> FurtherOf(Guid clientId) =>
            db.ClientPhones.Where(p => p.ClientId == clientId).OrderBy(p => p.Place).ThenBy(p => p.Id).ToListAsync();

        /// <summary>Returns all numbers as the form shows them.</summary>
        public async Task<PhoneFacts> PhonesOf(Client client)
        {
            IEnumerable<PhoneLine> first = client.Phone is { } phone ? [new(phone, client.PhoneRemark ?? "")] : [];
            var further = (await db.FurtherOf(client.Id)).Select(p => new PhoneLine(p.Number, p.Remark));
            return new() { Lines = [.. first.Concat(further).DistinctBy(l => l.Number)] }; // a merge can bring a number that is there already
        }

        /// <summary>Sets all numbers.</summary>
        /// <param name="further">The rows of the present further numbers.</param>
        public void Call(Client client, PhoneFacts phones, IReadOnlyList<ClientPhone> further, DateTimeOffset now)
        {
            client.CallFirstAt(phones.Lines is [var first, ..] ? first : null);
            foreach (var (place, line) in phones.Lines.Skip(1).Index())
            {
                if (place < further.Count)
                    further[place].Change(line, place);
                else
                    db.ClientPhones.Add(ClientPhone.Of(client.Id, line, place, now));
            }
            db.ClientPhones.RemoveRange(further.Skip(Math.Max(0, phones.Lines.Count - 1)));
        }
    }
}
