using System.Security.Cryptography;

namespace OpinionWatch.Storage.Journal;

/// <summary>SHA-256 over a stretch of a file, as the journal names it.</summary>
internal static class StretchHash
{
    /// <summary>Reads on from where the file stands, <paramref name="length"/> bytes or as many as there are.</summary>
    /// <returns>Lower-case hexadecimal.</returns>
    public static string Of(FileStream file, long length, byte[] buffer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var left = length; left > 0;)
        {
            var got = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (got == 0)
            {
                break;
            }

            hash.AppendData(buffer, 0, got);
            left -= got;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
