using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>特記事項 12: every change is recorded. What is not, or not with its values, stands in a list, so that a reviewer sees each new exception.</summary>
public sealed class TrailTests
{
    [Fact]
    public async Task What_the_trail_leaves_out_is_what_was_approved()
    {
        var approved = Path.Combine(Repository.Root, "OneStop.Tests", "House", "Trail.approved.txt");
        var left = string.Join('\n', Model.GetEntityTypes().SelectMany(Exceptions).Order(StringComparer.Ordinal)) + "\n";
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Trail.received.txt"), left);
        Assert.Equal(await File.ReadAllTextAsync(approved), left);
    }

    [Fact]
    public void A_part_that_lies_in_its_owners_row_is_recorded_with_it()
    {
        var slot = Model.GetEntityTypes().Single(e => e.ClrType == typeof(Slot));
        Assert.True(Trail.IsInTrail(slot, byStaff: false));
        Assert.Equal("Booking.Slot", Trail.NameOf(slot));
    }

    private static IModel Model
    {
        get
        {
            using var db = new SqliteDesign().CreateDbContext([]);
            return db.GetService<IDesignTimeModel>().Model;
        }
    }

    private static IEnumerable<string> Exceptions(IEntityType entity)
    {
        var name = Trail.NameOf(entity);
        if (Trail.ReasonToLeave(entity) is { } reason)
            return [$"{name}: not recorded, {reason}"];
        var fields = TrailField.Of(entity).Where(f => f.Property.Name != Trail.Version || !f.Property.IsShadowProperty())
            .Where(f => !Trail.IsInTrail(f.Property) || !Trail.KeepsValues(f.Property))
            .Select(f => $"{name}.{f.Name}: {(Trail.IsInTrail(f.Property) ? "digest only" : "no trace")}");
        return Trail.IsInTrail(entity, byStaff: false) ? fields : fields.Prepend($"{name}: only what staff change");
    }
}
