using System.Reflection;

namespace OneStop.Portal.Shared.Forms;

/// <summary>What C# writes as <c>record with { Property = value }</c>, for a property that is known only when the form runs.</summary>
internal static class Records
{
    /// <summary>A copy of the record with another value of one property.</summary>
    public static T With<T>(T record, PropertyInfo property, object? value)
        where T : class
    {
        var copy = (T)Clone.Of(typeof(T)).Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static class Clone
    {
        private const string Name = "<Clone>$"; // what the compiler calls it

        public static MethodInfo Of(Type record) => record.GetMethod(Name) ?? throw new InvalidOperationException($"{record.Name} is no record.");
    }
}
