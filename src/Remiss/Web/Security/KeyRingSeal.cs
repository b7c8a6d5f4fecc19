using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Remiss.Web.Security;

/// <summary>Seals a key of the ring, so that whoever can read the storage cannot read the key.</summary>
internal sealed class KeyRingSeal(InstallationKey key) : IXmlEncryptor
{
    private const string Purpose = "key ring";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key.Derive(Purpose), TagBytes);
        cipher.Encrypt(
            sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        CryptographicOperations.ZeroMemory(plain);
        return new(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(Opener));
    }

    /// <summary>Made by the framework, by the name that stands beside what was sealed.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement)
        {
            ReadOnlySpan<byte> sealedBytes = Convert.FromBase64String(encryptedElement.Value);
            var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
            using var cipher = new AesGcm(services.GetRequiredService<InstallationKey>().Derive(Purpose), TagBytes);
            cipher.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes[NonceBytes..(NonceBytes + TagBytes)], plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
    }
}
