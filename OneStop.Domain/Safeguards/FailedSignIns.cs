using System.Text.Json;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Safeguards;

/// <summary>How failed sign-ins come into the audit trail.</summary>
public static class FailedSignIns
{
    private const string Address = "Address";

    extension(AuditKey key)
    {
        /// <summary>The key under which an account's tries are counted, whether or not there is one of this name.</summary>
        public string OfAccount(string name) => key.Digest("account", StaffMember.Normal(name));
    }

    extension(OneStopDb db)
    {
        /// <summary>ログインの失敗: nobody acts, but it is on record at whose account and from where.</summary>
        /// <param name="subjectId">The account, or the digest of a name that nobody has.</param>
        public void RecordFailedSignIn(string subjectId, string address, AuditKey key, DateTimeOffset now)
        {
            var digests = JsonSerializer.Serialize(new[] { new[] { Address, key.Digest(subjectId, Address, null), key.Digest(subjectId, Address, address) } });
            var entry = db.Record(AuditAct.SignInFailed, nameof(StaffMember), subjectId, null, digests, now);
            db.AuditValues.Add(AuditValue.Of(entry.Id, Address, null, address));
        }
    }
}
