using System.Text.Json;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Safeguards;

/// <summary>Records failed sign-ins in the audit trail.</summary>
public static class FailedSignIns
{
    private const string Address = "Address";

    extension(AuditKey key)
    {
        /// <summary>Returns the key under which an account's attempts are counted, whether or not an account of this name exists.</summary>
        public string OfAccount(string name) => key.Digest("account", StaffMember.Normal(name));
    }

    extension(OneStopDb db)
    {
        /// <summary>ログインの失敗: records the account and the address; there is no actor.</summary>
        /// <param name="subjectId">The account's id, or the digest of an unknown name.</param>
        public void RecordFailedSignIn(string subjectId, string address, AuditKey key, DateTimeOffset now)
        {
            var digests = JsonSerializer.Serialize(new[] { new[] { Address, key.Digest(subjectId, Address, null), key.Digest(subjectId, Address, address) } });
            var entry = db.Record(AuditAct.SignInFailed, nameof(StaffMember), subjectId, null, digests, now);
            db.AuditValues.Add(AuditValue.Of(entry.Id, Address, null, address));
        }
    }
}
