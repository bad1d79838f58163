using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Data;

/// <summary>For <c>dotnet ef migrations add … --context SqliteOneStopDb --output-dir Data/Migrations/Sqlite</c>.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteOneStopDb>
{
    public SqliteOneStopDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteOneStopDb>().UseSqlite("Data Source=design.db").Options, new Actor(), new WriteQueue());
}

/// <summary>For <c>dotnet ef migrations add … --context SqlServerOneStopDb --output-dir Data/Migrations/SqlServer</c>.</summary>
public sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerOneStopDb>
{
    public SqlServerOneStopDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerOneStopDb>().UseSqlServer("Server=.;Database=OneStop;Trusted_Connection=True").Options, new Actor(),
            new WriteQueue());
}
